"""The peer of tests/bench/view.py: a Streamlit page with nothing on it."""

import streamlit as st

st.write("empty")
