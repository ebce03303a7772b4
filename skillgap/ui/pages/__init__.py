"""What stands on a sheet: lines made from values, for a width and a height."""
