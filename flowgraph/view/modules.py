"""The page's ECMAScript modules joined into one script.

A single file cannot load modules from beside itself, and the policy of the page allows no script that is not named by
its hash. So each module becomes a function that returns what it exports, in the order in which they need each other.
Only the plain forms are understood: ``import { a, b } from "./name.js";`` and ``export`` before ``function``,
``const`` or ``class``; anything else is refused. As files they are ordinary modules, linted and testable as such.
"""

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (async function|function|const|class) ([A-Za-z]\w*)", re.MULTILINE)
_OTHER = re.compile(r"^(import|export)\b.*", re.MULTILINE)


def joined(sources: Mapping[str, str], entry: str) -> str:
    """One script out of the modules ``sources`` (by file name), begun at ``entry``.

    Raises ValueError where a module uses a form that is not understood, is missing, or needs itself.
    """
    parts: list[str] = ['"use strict";', "const modules = {};"]
    _join(sources, entry, parts, done=set(), waiting=())
    return "\n".join(["{", *parts, "}", ""])


def _join(sources: Mapping[str, str], name: str, parts: list[str], *, done: set[str], waiting: tuple[str, ...]) -> None:
    if name in done:
        return
    if name in waiting:
        raise ValueError(f"the modules need each other in a circle: {' -> '.join((*waiting, name))}")
    if name not in sources:
        raise ValueError(f"there is no module {name}, needed by {waiting[-1] if waiting else 'the page'}")
    for _, needed in _IMPORT.findall(sources[name]):
        _join(sources, needed, parts, done=done, waiting=(*waiting, name))
    body = _IMPORT.sub(lambda found: f'const {{{found[1]}}} = modules["{found[2]}"];\n', sources[name])
    names = [exported for _, exported in _EXPORT.findall(body)]
    body = _EXPORT.sub(r"\1 \2", body)
    if other := _OTHER.search(body):
        raise ValueError(f"{name}: this form of import or export is not understood: {other[0]}")
    parts.append(f'modules["{name}"] = (() => {{\n{body}return {{ {", ".join(names)} }};\n}})();')
    done.add(name)
