"""How much memory the guide holds with a large catalogue, beside the yardstick; where the system tells."""

from pathlib import Path

from tests.benchmarks.figures import Figure, a_home, large_catalogue, open_guide, open_yardstick
from tests.terminal import Terminal


def resident(terminal: Terminal) -> float:
    """Megabytes that the terminal's program has in memory; 0 where that cannot be known."""
    try:
        status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(catalogue: Path | None = None) -> list[Figure]:
    """After a search, on a second start."""
    catalogue = catalogue or large_catalogue()
    with a_home() as home:
        held = 0.0
        for _ in range(2):
            with open_guide(home, catalogue) as terminal:
                terminal.sees("F10")
                terminal.wait(lambda terminal=terminal: any("Exhib" in line for line in terminal.screen.display))
                terminal.rests(1.0)
                terminal.send("alt+2", *"станки")
                terminal.rests(0.5)
                held = resident(terminal)
        with open_yardstick(home) as terminal:
            terminal.sees("yardstick")
            terminal.send(*"станки")
            terminal.rests(0.5)
            base = resident(terminal)
    if not base:
        return []
    return [Figure("memory, 5,000 exhibitors", held / base, 3.0, detail=f"{held:.0f} MB : {base:.0f} MB")]


if __name__ == "__main__":
    print(*measure(), sep="\n")
