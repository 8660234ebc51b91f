"""sentences, participants, claims, assembly"""
