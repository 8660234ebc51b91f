"""The quiet frame around the linked view: what Streamlit's own theme settings cannot say."""

from __future__ import annotations

import streamlit as st

from viz.charts.theme import paper_style

STYLE = """
[data-testid="stSkeleton"] { animation: none !important; } /* nothing blinks; each beat would also draw the page anew */
.stMainBlockContainer { padding: 0.9rem 1.6rem 2rem; max-width: 1680px; }
.stAppHeader { height: 0; min-height: 0; background: transparent; }
.stMainBlockContainer [data-testid="stVerticalBlock"] { gap: 0.35rem; }
.st-key-bar { border-bottom: 1px solid; padding-bottom: 0.35rem; }
.st-key-bar .stMarkdown p { font-family: "Source Serif", Georgia, serif; font-size: 1.35rem; font-weight: 700; }
.st-key-brand [data-testid="stPageLink-NavLink"] { padding-left: 0; }
.st-key-brand [data-testid="stPageLink-NavLink"] p {
  font-family: "Source Serif", Georgia, serif; font-size: 1.35rem; font-weight: 700;
}
[data-testid="stAlertContainer"]:has([data-testid="stAlertContentInfo"]) {
  background: transparent; border: 1px solid; color: inherit;
}
.st-key-bar .stButton p { font: inherit; }
.st-key-bar .stSelectbox { max-width: 30rem; margin-left: auto; }
.stMainBlockContainer .stHeading h2 { font-size: 1.9rem; font-weight: 600; line-height: 1.2; padding: 0; margin: 0; }
.stMainBlockContainer .stHeading { padding: 0.4rem 0 0.3rem; }
.stMainBlockContainer .stHeading [data-testid="stMarkdownContainer"] { margin-bottom: 0; }
.st-key-meta p, .st-key-meta [data-testid="stText"] { font-family: inherit; }
.st-key-also { padding-top: 0.6rem; }
.st-key-also .stHeading h3 { font-size: 1.2rem; font-weight: 400; padding: 0; }
.st-key-also [class*="st-key-also_"] { align-items: baseline; row-gap: 0; }
.st-key-also :is([data-testid="stPageLink-NavLink"], button) {
  padding: 0.1rem 0.4rem 0.1rem 0; margin: 0; min-height: 0; text-align: left;
}
.st-key-also :is([data-testid="stPageLink-NavLink"], button) p {
  font-size: 0.95rem; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em;
}
.st-key-filters { padding-bottom: 0.35rem; }
@media (max-width: 820px) {
  .stMainBlockContainer { padding: 0.6rem 0.8rem 2rem; }
  .stMainBlockContainer .stHeading h2 { font-size: 1.45rem; }
  /* What is tapped is as high as a finger is wide. */
  :is(.stButton, .stDownloadButton, .stPopover) button, [data-testid="stPageLink-NavLink"], .stCheckbox label,
  :is([data-testid="stTextInputRootElement"], [data-testid="stNumberInputContainer"], [data-testid="stDateInputField"]),
  :is(.stSelectbox, .stMultiSelect) [role="group"] { min-height: 44px !important; }
  [data-testid="stNumberInputContainer"] button { min-width: 44px; }
  [data-testid="stDateInputCalendarButton"] { min-height: 44px; min-width: 44px; margin-right: -0.6rem; }
  .st-key-filters { /* goes on to the right: the last one in sight fades */
    flex-wrap: nowrap !important; overflow-x: auto; padding: 0 2.4rem 0.6rem 0;
    mask-image: linear-gradient(to right, #000 calc(100% - 2.4rem), transparent);
  }
  .st-key-filters > * { flex: 0 0 auto !important; min-width: 9rem; }
  .st-key-search { display: grid !important; grid-template-columns: 1fr 1fr; }
  .st-key-search > * { width: auto !important; min-width: 0; }
  .st-key-search > .st-key-library_search { grid-column: 1 / -1; }
  [class*="st-key-article_"] { /* box, title, "Remove"; below the title, what is known of it */
    display: grid !important; grid-template-columns: 44px 1fr auto; gap: 0 !important; border-bottom: 1px solid #8884;
  }
  [class*="st-key-article_"] > * { width: auto !important; min-width: 0; }
  [class*="st-key-article_"] > :nth-child(3) { grid-area: 2 / 2 / 3 / 4; padding-bottom: 0.4rem; }
  [class*="st-key-article_"] > :last-child { grid-area: 1 / 3; }
  [class*="st-key-article_"] .stCheckbox label { min-width: 44px; align-items: center; }
  [class*="st-key-found_"] { row-gap: 0 !important; border-bottom: 1px solid #8884; }
  :is([class*="st-key-article_"], [class*="st-key-found_"]) [data-testid="stPageLink-NavLink"] { padding-left: 0; }
  :is([class*="st-key-article_"], [class*="st-key-found_"]) [data-testid="stPageLink-NavLink"] * {
    white-space: normal; overflow: visible; text-align: left; line-height: 1.35;
  }
}
@media print {
  @page { size: A4; margin: 13mm; }
  .st-key-bar, .st-key-filters, .st-key-proposal, .st-key-also, .stAppHeader { display: none; }
  .st-key-meta :is(.stButton, .stPopover) { display: none; }
  html, body, .stApp { background: #fff !important; }
  .stApp :not(.atlas, .atlas *) { /* Streamlit writes in the colours of the screen */
    color: var(--ink) !important; background: transparent !important; border-color: var(--rule) !important;
  }
  .stMainBlockContainer { padding: 0; }
  .stMainBlockContainer .stHeading h2 { font-size: 20pt; }
}
"""


def style() -> None:
    """Add the style once per run; it holds no text of any article."""
    st.html(f"<style>{STYLE}{paper_style()}</style>")
