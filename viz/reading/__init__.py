"""anything -> Article"""
