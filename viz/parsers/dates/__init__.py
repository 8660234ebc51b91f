"""time expressions: find, resolve, render"""
