"""Tables from Excel and CSV files, and from the plan itself: a grid of cells, its head, its columns, its rows.

Nothing is imported here: a document without tables needs none of it, and one without Excel no workbooks.
"""
