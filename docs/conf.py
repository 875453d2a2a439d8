"""
Settings of the documentation. `make docs` builds it into build/docs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import rednotice

sys.path.insert(0, str(Path(__file__).parent))

project = "rednotice"
author = "The rednotice contributors"
release = version = rednotice.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "reference_pages",
    "building",
]
exclude_patterns = ["_*"]
default_role = "code"  # docstrings write `Finding` for what is code
nitpicky = False

myst_enable_extensions = ["attrs_block", "attrs_inline", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_custom_sections = ["Source"]
napoleon_use_ivar = True  # autodoc lists the attributes too, and one place is enough for each

html_theme = "furo"
templates_path = ["_templates"]
html_title = "rednotice"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_search_scorer = str(Path(__file__).with_name("search.js"))
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False  # the line would link to other sites
html_theme_options = {
    # Furo's own footer links to other sites, which the documentation should not do.
    "footer_icons": [],
    "top_of_page_buttons": [],
}
