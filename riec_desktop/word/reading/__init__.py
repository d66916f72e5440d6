"""Reading Word documents of others: in a child process, into plain paragraphs that know where they came from."""
