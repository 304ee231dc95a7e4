"""What Alembic runs: the revisions, in the transaction of the connection that it was given."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    version_table=given["version_table"],
    render_as_batch=given["connection"].dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
