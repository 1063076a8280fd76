"""No widget of the guide is ever given a string that Textual would take for markup."""

import ast
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "guide" / "tui"
FILES = sorted(TUI.rglob("*.py"))

TAKES_MARKUP = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "OptionList", "DataTable", "Tab", "Tabs",
    "TabPane", "Collapsible", "Link", "Tree", "ListItem", "Select", "SelectionList", "Selection", "Toast", "Log",
    "RichLog", "Markdown", "notify", "from_markup", "update", "add_row", "add_column", "add_option", "set_label",
}  # fmt: skip
"""What takes a str for markup; the guide paints its own widgets from Text and Segment instead."""

MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}
"""Attributes of widgets that take a str for markup."""


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", None) or getattr(call.func, "attr", "")


def is_safe(value: ast.expr) -> bool:
    """Whether it is a styled text, or a literal without a bracket."""
    if isinstance(value, ast.Constant):
        return not isinstance(value.value, str) or "[" not in value.value
    return isinstance(value, ast.Call) and name_of(value) in {"Text", "styled", "Content", "joined"}


def faults(tree: ast.AST) -> list[str]:
    """Where a string could be taken for markup."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node) in TAKES_MARKUP:
            given = [
                *node.args,
                *(word.value for word in node.keywords if word.arg not in {"id", "classes", "severity"}),
            ]
            found += [f"line {node.lineno}: {name_of(node)}()" for value in given if not is_safe(value)]
        if isinstance(node, ast.Call) and any(
            word.arg == "markup" and getattr(word.value, "value", True) for word in node.keywords
        ):
            found.append(f"line {node.lineno}: markup=True")
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                named = isinstance(target, ast.Attribute) and target.attr.lower() in MARKUP_ATTRIBUTES
                if named and node.value is not None and not is_safe(node.value):
                    found.append(f"line {node.lineno}: {ast.unparse(target)}")
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith("markup"):
            found.append(f"line {node.lineno}: {node.module}")
        if isinstance(node, ast.FunctionDef) and node.name == "render" and _returns_string(node):
            found.append(f"line {node.lineno}: render() gives a str")
    return found


def _returns_string(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Return) and isinstance(node.value, ast.JoinedStr | ast.Constant)
        for node in ast.walk(function)
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(TUI)))
def test_no_string_is_given_to_what_takes_markup(file):
    assert faults(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        'Static(f"{name}")',
        "Label(name)",
        "app.notify(exhibitor.name)",
        'Text.from_markup(f"[b]{name}")',
        "self.border_title = name",
        "view.border_subtitle = tongue.t('x')",
        "Console(markup=True)",
        "table.add_row(*cells)",
        "from rich.markup import render",
        "def render(self):\n    return f'{self.name}'",
        "Static('[bold]x')",
    ],
)
def test_the_test_finds_what_it_looks_for(code):
    assert faults(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["Static(Text(name))", "view.border_title = Text(name)", "Static('plain')", "x.update(1)"]
)
def test_the_test_lets_styled_text_pass(code):
    assert faults(ast.parse(code)) == []
