"""The app: `streamlit run app.py`. Page config and navigation only; the pages are in viz/pages/."""

import streamlit as st

from viz.pages import routes

st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
st.navigation(routes.everything(), position="hidden").run()
