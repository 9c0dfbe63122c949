"""Councils: staff, roles, invitations and branding; people themselves are left to accounts."""
