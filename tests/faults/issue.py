"""Run inside a house: makes the operator if need be, and prints one token for each role asked for, as JSON.

python -m tests.faults.issue ROLE…   (the product's own command makes one token a call)
"""

import json
import sys

import django


def main() -> None:
    """Issue the tokens."""
    django.setup()
    from lotline.access import operations, queries
    from lotline.access.records import Actor
    from lotline.config.cli.house import open_house
    from lotline.kernel.errors import NotFound

    actor = Actor.system("faults")
    with open_house():
        try:
            queries.person_named("operator")
        except NotFound:
            operations.create_user(actor, username="operator", roles=["operator"])
        users = {"administrator": "admin", "operator": "operator"}
        issued = [
            operations.create_token(actor, username=users[role], role=role) for role in sys.argv[1:]
        ]
    print(json.dumps([{"id": str(one.card.id), "secret": one.secret} for one in issued]))


if __name__ == "__main__":
    main()
