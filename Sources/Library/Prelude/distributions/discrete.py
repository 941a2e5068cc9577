# torch.distributions.discrete (torch.distributions): distributions of counts and classes.
import torch
import torch.nn.functional as F
from torch.distributions import constraints
from torch.distributions.distribution import Distribution, EitherParameter, as_batch


def _one_of(probs, logits):
    if (probs is None) == (logits is None):
        raise ValueError("Either `probs` or `logits` must be specified, but not both.")


def _logits_of(probs):
    """Log-odds of probabilities kept a little away from 0 and 1."""
    eps = torch.finfo(probs.dtype).eps
    inside = probs.clamp(min=eps, max=1 - eps)
    return torch.log(inside) - torch.log1p(-inside)


class Categorical(EitherParameter):
    """One of several classes, with given probabilities (which are made to sum to 1) or logits."""

    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}

    def __init__(self, probs=None, logits=None, validate_args=None):
        _one_of(probs, logits)
        given = logits if probs is None else probs
        if given.dim() < 1:
            name = "logits" if probs is None else "probs"
            raise ValueError(f"`{name}` parameter must be at least one-dimensional.")
        if probs is not None:
            self.probs = probs / probs.sum(-1, keepdim=True)
        else:
            self.logits = logits - logits.logsumexp(dim=-1, keepdim=True)
        self._num_events = given.size(-1)
        super().__init__(given.shape[:-1], validate_args=validate_args)

    def _logits_of(self, probs):
        eps = torch.finfo(probs.dtype).eps
        return probs.clamp(min=eps, max=1 - eps).log()

    def _probs_of(self, logits):
        return F.softmax(logits, dim=-1)

    @property
    def support(self):
        return constraints.integer_interval(0, self._num_events - 1)

    @property
    def param_shape(self):
        return self.probs.shape

    @property
    def mean(self):
        return torch.full(self._extended_shape(), float("nan"), dtype=self.probs.dtype)

    @property
    def variance(self):
        return torch.full(self._extended_shape(), float("nan"), dtype=self.probs.dtype)

    @property
    def mode(self):
        return self.probs.argmax(dim=-1)

    def sample(self, sample_shape=torch.Size()):
        sample_shape = torch.Size(sample_shape)
        rows = self.probs.reshape(-1, self._num_events).detach()
        drawn = torch.multinomial(rows, sample_shape.numel(), True).T
        return drawn.reshape(self._extended_shape(sample_shape))

    def log_prob(self, value):
        self._validate_sample(value)
        value = value.long().unsqueeze(-1)
        value, logits = torch.broadcast_tensors(value, self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        logits = self.logits.clamp(min=torch.finfo(self.logits.dtype).min)
        return -(logits * self.probs).sum(-1)

    def enumerate_support(self, expand=True):
        """All classes, along a new first dimension."""
        values = torch.arange(self._num_events).view((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values


class OneHotCategorical(Distribution):
    """Categorical samples as vectors with one 1."""

    support = constraints.one_hot

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits, validate_args)
        classes = self._categorical._num_events
        super().__init__(self._categorical.batch_shape, torch.Size((classes,)), validate_args)

    @property
    def probs(self):
        return self._categorical.probs

    @property
    def logits(self):
        return self._categorical.logits

    @property
    def mean(self):
        return self.probs

    @property
    def mode(self):
        return F.one_hot(self.probs.argmax(dim=-1), self.probs.shape[-1]).to(self.probs)

    @property
    def variance(self):
        return self.probs * (1 - self.probs)

    def sample(self, sample_shape=torch.Size()):
        drawn = self._categorical.sample(sample_shape)
        return F.one_hot(drawn, self._categorical._num_events).to(self.probs.dtype)

    def log_prob(self, value):
        self._validate_sample(value)
        return self._categorical.log_prob(value.argmax(-1))

    def entropy(self):
        return self._categorical.entropy()


class _Coin(EitherParameter):
    """What distributions of one probability (or its logit) share."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}

    def __init__(self, probs=None, logits=None, validate_args=None):
        _one_of(probs, logits)
        if probs is not None:
            (self.probs,) = as_batch(probs)
        else:
            (self.logits,) = as_batch(logits)
        super().__init__((self.__dict__.get("probs", self.__dict__.get("logits"))).shape, validate_args=validate_args)

    def _logits_of(self, probs):
        return _logits_of(probs)

    def _probs_of(self, logits):
        return torch.sigmoid(logits)


class Bernoulli(_Coin):
    """1 with a probability, else 0."""

    support = constraints.boolean

    @property
    def mean(self):
        return self.probs

    @property
    def variance(self):
        return self.probs * (1 - self.probs)

    @property
    def mode(self):
        mode = (self.probs >= 0.5).to(self.probs)
        return torch.where(self.probs == 0.5, float("nan"), mode)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        self._validate_sample(value)
        logits, value = torch.broadcast_tensors(self.logits, value)
        return -F.binary_cross_entropy_with_logits(logits, value, reduction="none")

    def enumerate_support(self, expand=True):
        """0 and 1, along a new first dimension."""
        values = torch.arange(2, dtype=self.probs.dtype).view((-1,) + (1,) * len(self._batch_shape))
        return values.expand((-1,) + tuple(self._batch_shape)) if expand else values

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none")


class Geometric(_Coin):
    """The number of failures before the first success."""

    support = constraints.nonnegative_integer

    @property
    def mean(self):
        return 1.0 / self.probs - 1.0

    @property
    def mode(self):
        return torch.zeros_like(self.probs)

    @property
    def variance(self):
        return (1.0 / self.probs - 1.0) / self.probs

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            u = self.probs.new_empty(self._extended_shape(sample_shape))
            u.uniform_(torch.finfo(u.dtype).tiny, 1)
            return (u.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value):
        self._validate_sample(value)
        return value * (-self.probs).log1p() + self.probs.log()

    def entropy(self):
        return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none") / self.probs


class Binomial(EitherParameter):
    """The number of successes among total_count tries."""

    arg_constraints = {
        "total_count": constraints.nonnegative_integer, "probs": constraints.unit_interval, "logits": constraints.real,
    }

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        _one_of(probs, logits)
        if probs is not None:
            self.total_count, self.probs = as_batch(total_count, probs)
        else:
            self.total_count, self.logits = as_batch(total_count, logits)
        self.total_count = self.total_count.to(torch.get_default_dtype())
        super().__init__(self.total_count.shape, validate_args=validate_args)

    def _logits_of(self, probs):
        return _logits_of(probs)

    def _probs_of(self, logits):
        return torch.sigmoid(logits)

    @property
    def support(self):
        return constraints.integer_interval(0, self.total_count)

    @property
    def mean(self):
        return self.total_count * self.probs

    @property
    def mode(self):
        return ((self.total_count + 1) * self.probs).floor()

    @property
    def variance(self):
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape=torch.Size()):
        shape = self._extended_shape(sample_shape)
        with torch.no_grad():
            return torch.binomial(self.total_count.expand(shape), self.probs.expand(shape))

    def log_prob(self, value):
        self._validate_sample(value)
        n, logits = self.total_count, self.logits
        chosen = torch.lgamma(n + 1) - torch.lgamma(value + 1) - torch.lgamma(n - value + 1)
        return chosen + value * logits - n * F.softplus(logits)

    def entropy(self):
        most = int(self.total_count.max())
        values = torch.arange(most + 1, dtype=self.probs.dtype).view((-1,) + (1,) * len(self._batch_shape))
        inside = values <= self.total_count
        logs = self.log_prob(torch.minimum(values, self.total_count.expand(values.shape[:1] + self.total_count.shape)))
        return -(inside * logs.exp() * logs).sum(0)


class Poisson(Distribution):
    """The number of events that come at a rate."""

    arg_constraints = {"rate": constraints.nonnegative}
    support = constraints.nonnegative_integer

    def __init__(self, rate, validate_args=None):
        (self.rate,) = as_batch(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    @property
    def mean(self):
        return self.rate

    @property
    def mode(self):
        return self.rate.floor()

    @property
    def variance(self):
        return self.rate

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return torch.poisson(self.rate.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        self._validate_sample(value)
        rate, value = as_batch(self.rate, value)
        return value.xlogy(rate) - rate - (value + 1).lgamma()


class Multinomial(Distribution):
    """How often each class comes among total_count draws."""

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        self.total_count = total_count
        self._categorical = Categorical(probs, logits, validate_args)
        classes = self._categorical._num_events
        super().__init__(self._categorical.batch_shape, torch.Size((classes,)), validate_args)

    @property
    def probs(self):
        return self._categorical.probs

    @property
    def mean(self):
        return self.probs * self.total_count

    @property
    def variance(self):
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape=torch.Size()):
        drawn = self._categorical.sample((self.total_count,) + tuple(sample_shape))
        return F.one_hot(drawn, self._categorical._num_events).sum(0).to(self.probs.dtype)

    def log_prob(self, value):
        logits, value = torch.broadcast_tensors(self._categorical.logits, value)
        chosen = torch.lgamma(value.sum(-1) + 1) - torch.lgamma(value + 1).sum(-1)
        return chosen + (logits * value).sum(-1)

    def entropy(self):
        n = torch.tensor(float(self.total_count))
        terms = Binomial(self.total_count, self.probs)
        counts = torch.arange(1.0, self.total_count + 1).view((-1,) + (1,) * self.probs.dim())
        expected = (terms.log_prob(counts).exp() * torch.lgamma(counts + 1)).sum((0, -1))
        return n * self._categorical.entropy() - torch.lgamma(n + 1) + expected
