def mean(data):
    values = list(data)
    if not values:
        raise ValueError('mean requires at least one data point')
    total = sum(values)
    result = total / len(values)
    return int(result) if isinstance(total, int) and result == int(result) else result


def fmean(data):
    values = list(data)
    return float(sum(values)) / len(values)


def median(data):
    values = sorted(data)
    if not values:
        raise ValueError('no median for empty data')
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def pvariance(data):
    values = list(data)
    centre = sum(values) / len(values)
    return sum((value - centre) ** 2 for value in values) / len(values)


def variance(data):
    values = list(data)
    centre = sum(values) / len(values)
    return sum((value - centre) ** 2 for value in values) / (len(values) - 1)


def stdev(data):
    return variance(data) ** 0.5


def pstdev(data):
    return pvariance(data) ** 0.5
