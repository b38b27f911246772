"""The page's modules become one script."""

import pytest

from flowgraph.view.modules import joined
from flowgraph.view.page_parts import script, template_folder


def test_modules_are_put_before_those_that_need_them():
    sources = {
        "main.js": 'import { twice, start } from "./more.js";\nexport const four = twice(start);\n',
        "more.js": "export function twice(number) {\n  return 2 * number;\n}\nexport const start = 2;\n",
        "unused.js": "export const never = 1;\n",
    }
    text = joined(sources, "main.js")
    assert text.index('modules["more.js"]') < text.index('modules["main.js"]')
    assert 'const { twice, start } = modules["more.js"];' in text
    assert "return { twice, start };" in text
    assert "unused" not in text


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        ({"main.js": 'import more from "./more.js";\n'}, "not understood"),
        ({"main.js": "export default 3;\n"}, "not understood"),
        ({"main.js": 'import { a } from "./gone.js";\n'}, "no module gone.js, needed by main.js"),
        (
            {"main.js": 'import { a } from "./b.js";\n', "b.js": 'import { c } from "./main.js";\n'},
            "main.js -> b.js -> main.js",
        ),
    ],
)
def test_what_is_not_understood_is_refused(sources, why):
    with pytest.raises(ValueError, match=why):
        joined(sources, "main.js")


def test_every_module_of_the_page_is_in_use():
    unused = [file.name for file in template_folder().glob("*.js") if f'modules["{file.name}"]' not in script()]
    assert unused == []
