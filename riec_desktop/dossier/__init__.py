"""The data: records, rich text, changes and how they are applied, compared and merged.

Standard library only, except the Markdown parser in the rich-text module; imports nothing else of ours.
"""
