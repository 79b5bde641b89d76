from a import b
from a.b import c as d, e
from a import *
from . import a
from .a import b
from ... import c
from ....a import (b, c as d,)
from .. .. import x
