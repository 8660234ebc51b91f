"""Dateline reads a news article and draws what happens in it.

    text -> Article -> mentions (dates, places, people) -> resolved -> events -> Timeline -> figures

Imports point one way:

    terms, model, errors, settings <- reading <- parsers <- engine <- charts <- atlas <- pages <- app
"""
