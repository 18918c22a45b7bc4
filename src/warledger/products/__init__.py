"""Stage 4: incidents, claims and reports go out, one module per format; docs/formats.md says what each loses.

Every exporter is a class with NAME, SETTINGS (its settings as they are without a word from the user) and one method,
write(incidents, claims, reports, out). The bytes depend on the records alone, not on the order in which they come.
"""

from warledger.products.csv_table import CsvTable
from warledger.products.frame import to_frame
from warledger.products.geojson import GeoJson
from warledger.products.html_report import HtmlReport
from warledger.products.json_lines import JsonLines
from warledger.products.terminal import TerminalTable

EXPORTERS = {
    exporter.NAME: exporter for exporter in (CsvTable, GeoJson, HtmlReport, JsonLines, TerminalTable)
}

__all__ = ["EXPORTERS", "CsvTable", "GeoJson", "HtmlReport", "JsonLines", "TerminalTable", "to_frame"]
