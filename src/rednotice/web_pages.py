"""
The head of a page in HTML that stands alone: it runs nothing, loads nothing, and does not say from
where a link was followed.
"""

from __future__ import annotations

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
"""
_NOT_INDEXED = '<meta name="robots" content="noindex">\n'
_COLOURS = """:root {{
  color-scheme: light dark;
  --ink: #1b1b1b; --paper: #fff; --line: #b5b5b5; --soft: #f1f1f1; --link: #0b4f9e;
  {light}
}}
@media (prefers-color-scheme: dark) {{
  :root {{
    --ink: #e8e8e8; --paper: #161616; --line: #5a5a5a; --soft: #262626; --link: #8ab8f0;
    {dark}
  }}
}}
body {{
  margin: 0; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif;
}}
"""


def head(title: str, style: str, *, light: str = "", dark: str = "", indexed: bool = False) -> str:
    """
    The beginning of a page, up to where its contents begin.

    Args:
        title: The title, as HTML.
        style: The rules in CSS beside those that all pages have.
        light: Further colours on a light ground, as custom properties.
        dark: The same on a dark ground.
        indexed: Whether search engines may list the page.
    """
    colours = _COLOURS.format(light=light, dark=dark)
    return (
        f"{_HEAD}{'' if indexed else _NOT_INDEXED}<title>{title}</title>\n"
        f"<style>\n{colours}{style}</style>\n</head>\n<body>\n<main>"
    )
