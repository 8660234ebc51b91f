"""The app: `streamlit run app.py`. Page config and navigation only; the pages are in viz/pages/."""

import streamlit as st

from viz.pages import read

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
st.navigation([st.Page(read.page, title="Dateline", url_path="read", default=True)], position="hidden").run()
