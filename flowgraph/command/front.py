"""What ``flowgraph --help`` says, and the table of commands. Nothing is imported here, so that it is there at once."""

#: Each command's module, which has the command as ``command``, and its line in the list; in the order of the work.
COMMANDS = {
    "demo": ("flowgraph.command.demo", "The whole way, on the example that is shipped."),
    "parse": ("flowgraph.command.parse", "Read documents and list the flows they tell of."),
    "trace": ("flowgraph.command.trace", "Where a data set goes, from its source to its last holders."),
    "paths": ("flowgraph.command.paths", "Every way from one organisation to another."),
    "reach": ("flowgraph.command.reach", "Who may come to hold a data set."),
    "explain": ("flowgraph.command.explain", "Why a flow was read as it was: sentence, rule, fields."),
    "organisations": ("flowgraph.command.organisations", "List who sends and receives, with counts."),
    "datasets": ("flowgraph.command.datasets", "List the data sets that flow, with counts."),
    "stats": ("flowgraph.command.stats", "Count flows by state, kind, power and purpose."),
    "view": ("flowgraph.command.view", "Draw the flows as one HTML file."),
    "load": ("flowgraph.command.load", "Keep agreements and flows in a store."),
    "queries": ("flowgraph.command.queries", "List the library of Cypher queries."),
    "query": ("flowgraph.command.query", "Ask a store in Cypher."),
}

_HELP = """\
Usage: flowgraph COMMAND [ARGUMENTS]...

  Who passes England's health data to whom: the register of data sharing
  agreements, read into a graph. Every flow comes with its sentence.

  INPUT is a register page (text or HTML), the official workbook, agreement
  JSON or JSON Lines, a folder of these, or - for the standard input.

Commands:
{commands}

Examples:
  flowgraph demo
  flowgraph parse register/ --format jsonl > flows.jsonl
  flowgraph trace SUS register/ --identifiability identifiable
  flowgraph paths "SUS Repository" "NHS Doncaster CCG" register/

Options:
  --version  Show the version and exit.
  --help     Show this message and exit; 'flowgraph COMMAND --help' says more.

Exit codes: 0 done; 1 nothing found, or issues under --strict; 2 something for
you to put right, said in one line.
"""


def help_text() -> str:
    """The text of ``flowgraph --help``."""
    widest = max(map(len, COMMANDS))
    lines = (f"  {name:{widest}}  {summary}" for name, (_, summary) in COMMANDS.items())
    return _HELP.format(commands="\n".join(lines)).rstrip()
