"""Workbooks: a plan of sheets as plain data, and the plan rendered to an .xlsx file."""
