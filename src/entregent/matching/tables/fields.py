"""Groups of numbers to turn tables by: counted around, or a field, where every product differs."""

from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Ints


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers of `power` digits below `base`, added digit by digit without carrying."""

    base: int
    power: int = 1

    def plus(self, a: Ints, b: Ints) -> Ints:
        """Add two arrays of numbers, as broadcast."""
        total: Ints = (self._digits(a) + self._digits(b)) % self.base @ self._values
        return total

    def _digits(self, numbers: Ints) -> Ints:
        digits: Ints = numbers[..., None] // self._values % self.base
        return digits

    @property
    def _values(self) -> Ints:
        values: Ints = np.int64(self.base) ** np.arange(self.power)
        return values

    def products(self) -> Ints:
        """Return the products of a field of this many elements, of a prime base.

        The product is that of polynomials modulo the first one of which it makes a field.
        """
        size = self.base**self.power
        digits = self._digits(np.arange(size))
        tried = (_multiplied(digits, tail, self.base) @ self._values for tail in digits)
        return next(
            product for product in tried if (np.sort(product[1:], axis=1) == np.arange(size)).all()
        )


def field_of(size: int) -> Group | None:
    """Return the group of a field of so many elements, if there is one: a power of a prime."""
    if size < 2:  # noqa: PLR2004 - a field holds 0 and 1
        return None
    prime = next((n for n in range(2, int(size**0.5) + 1) if size % n == 0), size)
    power = 1
    while prime**power < size:
        power += 1
    return Group(prime, power) if prime**power == size else None


def _multiplied(digits: Ints, tail: Ints, base: int) -> Ints:
    """Multiply each two polynomials, where the next power of x is the polynomial `tail`."""
    product = np.zeros((len(digits), *digits.shape), np.int64)
    shifted = digits
    for place in range(digits.shape[1]):
        product = (product + digits[:, place][:, None, None] * shifted) % base
        over = shifted[:, -1:]
        shifted = np.concatenate((np.zeros_like(over), shifted[:, :-1]), axis=1)
        shifted = (shifted + over * tail) % base
    return product
