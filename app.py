"""The app: `streamlit run app.py`. The server imports this file, and Streamlit runs it for each reader.

Only what stands before the server, page config and navigation are here; the pages are in viz/pages/.
"""

import streamlit as st

if __name__ == "__main__":
    from viz.pages import routes

    st.set_page_config(page_title="Dateline", layout="wide", initial_sidebar_state="collapsed")
    st.navigation(routes.everything(), position="hidden").run()
else:
    from starlette.middleware import Middleware

    from viz.atlas.packed import Packed
    from viz.atlas.undelayed import Undelayed
    from viz.settings import settings

    app = st.App(__file__, middleware=[Middleware(Undelayed), Middleware(Packed, data=settings().data)])
