"""What our pictures share: paper, ink and letters, as good stationery has them."""

SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif"
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" '
    'height="{high}" role="img" aria-labelledby="t d" lang="{lang}">'
)
"""How a picture begins, with places for its size in pixels and its language."""
STYLE = f"""
.paper {{ fill: #FBFAF7 }} .rule {{ stroke: #E4E0D8; stroke-width: 1 }}
text {{ fill: #1F2328; font: 15px {SERIF} }}
.title {{ font-size: 22px }} .soft {{ fill: #5B6168; font: 12px system-ui, sans-serif }}"""
