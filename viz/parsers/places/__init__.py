"""place names: gazetteer, find, resolve, geocode"""
