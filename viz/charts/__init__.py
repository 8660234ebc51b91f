"""events -> plotly figures"""
