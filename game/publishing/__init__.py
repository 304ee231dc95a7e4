"""From the journals of several laptops to one database: SQLite in a file, PostgreSQL where sites share.

Only this room knows SQLAlchemy and Alembic, of the extra ``publier``.
"""
