"""The fuel of an RDP's points: a constant, since an RDP is an electricity or a gas RDP (A1.rdp)."""

from enum import Enum

from model.language import PROVIDER, Field, Machine, Named


class Fuel(Enum):
    """Electricity or gas."""

    ELECTRICITY = "electricity"
    GAS = "gas"


fuel = Field("fuel", Fuel, Fuel, told=("the fuel is {value}",))

ELECTRICITY = Named("the point is an electricity point", fuel.is_(Fuel.ELECTRICITY), "A1.rdp")
GAS = Named("the point is a gas point", fuel.is_(Fuel.GAS), "A1.rdp")

FUEL = Machine("fuel", PROVIDER, state=fuel, transitions=())
