"""The shell: find the project, read it, run the pipeline, write, render, verify, publish."""
