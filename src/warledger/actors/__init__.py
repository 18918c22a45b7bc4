"""The actor list: who is known by name in the wars since 2010, as YAML that an expert can edit."""
