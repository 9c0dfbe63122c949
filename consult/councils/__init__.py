"""Councils: staff, roles, branding; their wards, postcodes, letter codes, and who lives there.

People themselves are left to accounts.
"""
