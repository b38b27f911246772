"""The common root of the domain types."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: it never changes once made, and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
