"""Articles -> readings -> timelines: the pipeline, the merge of several articles, alarms, and what leaves as a file."""
