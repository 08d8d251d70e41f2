"""The door: `entregent` and `python -m entregent`."""

from entregent.cli.app import entregent


def main() -> None:
    """Run the command line and leave with its exit code."""
    entregent.main(prog_name="entregent")


if __name__ == "__main__":
    main()
