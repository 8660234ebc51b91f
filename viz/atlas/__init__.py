"""the linked view: one Streamlit component"""
