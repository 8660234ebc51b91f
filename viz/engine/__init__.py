"""pipeline, merge, exports"""
