async def f(a, *b):
    async with a as b, c:
        pass
    async for a in b:
        pass
    else:
        pass
    await a
    await a ** 2
    -await a
    return [x async for x in y if await z]
