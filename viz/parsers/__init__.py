"""Article -> mentions -> resolved -> events"""
