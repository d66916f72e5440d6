"""Taking in figures from any workbook: say what stands where, with what comes of it in sight."""
