"""figures -> screen"""
