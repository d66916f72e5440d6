"""Where a dossier is kept: the dossier file, the working store and the history in both.

The only package that speaks SQL. It knows the data (`dossier`) and whole files (`files`), nothing else of ours.
"""
