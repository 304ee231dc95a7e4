"""Records as the files that an office opens: tables for a spreadsheet, with the columns that staff chose."""
