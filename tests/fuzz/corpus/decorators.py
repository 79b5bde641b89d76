@a
@b.c(d)
@e[0]
@(f := g)
def h(): pass
@x
class Y: pass
@x
async def z(): pass
