"""Edge: the commands of `warledger`, a module per family. Each parses, calls the flow, and shows; none decides.

Everything heavy is imported inside the functions, so that `warledger --help` answers at once.
"""
